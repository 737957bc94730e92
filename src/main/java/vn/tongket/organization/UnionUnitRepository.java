package vn.tongket.organization;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface UnionUnitRepository extends JpaRepository<UnionUnit, UUID> {

    Optional<UnionUnit> findByCode(String code);

    @EntityGraph(attributePaths = "contacts")
    List<UnionUnit> findByCodeIn(Collection<String> codes);

    List<UnionUnit> findByGroupKeyIn(Collection<String> groupKeys);

    @EntityGraph(attributePaths = "contacts")
    List<UnionUnit> findByParentIdOrGuidedById(UUID parentId, UUID guidedById);

    @Query("select count(u) > 0 from UnionUnit u")
    boolean any();
}
