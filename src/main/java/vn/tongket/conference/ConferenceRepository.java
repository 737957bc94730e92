package vn.tongket.conference;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ConferenceRepository extends JpaRepository<Conference, UUID> {

    Optional<Conference> findFirstByCampaignIdOrderByRoundDesc(UUID campaignId);

    List<Conference> findByCampaignIdOrderByRound(UUID campaignId);
}
