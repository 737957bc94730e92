package vn.tongket.campaign;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.hibernate.Session;

/** By the natural id, which the session remembers; a derived query would go to the database each time. */
class CampaignsByCodeImpl implements CampaignsByCode {

    private final EntityManager entities;

    CampaignsByCodeImpl(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Campaign> findByCode(String code) {
        return entities.unwrap(Session.class).bySimpleNaturalId(Campaign.class).loadOptional(code);
    }
}
