package vn.tongket.campaign;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CampaignRepository extends JpaRepository<Campaign, UUID>, CampaignsByCode {

    boolean existsByCode(String code);

    List<Campaign> findAllByOrderByCreatedAtDesc();
}
