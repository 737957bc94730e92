package vn.tongket.campaign;

import java.util.Optional;

/** A campaign is known by its code: in one transaction it is read once, however often it is asked for. */
interface CampaignsByCode {

    Optional<Campaign> findByCode(String code);
}
