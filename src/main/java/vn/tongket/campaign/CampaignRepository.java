package vn.tongket.campaign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CampaignRepository extends JpaRepository<Campaign, UUID> {

    Optional<Campaign> findByCode(String code);

    boolean existsByCode(String code);

    List<Campaign> findAllByOrderByCreatedAtDesc();
}
