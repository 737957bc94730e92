package vn.tongket.workflow.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Groups, tenants and memberships in one statement for many rows: the engine's service takes a command each. Rows that
 * exist are left alone, so everything here can be repeated, by several nodes at once too.
 */
@Component
class IdentityTables {

    record NamedId(String id, String name) {}

    record Membership(String owner, String group) {}

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    IdentityTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void addGroups(Collection<NamedId> groups) {
        insert("insert into act_id_group (id_, rev_, name_, type_) values (?, 1, ?, 'UNION')", groups);
    }

    void addTenants(Collection<NamedId> tenants) {
        insert("insert into act_id_tenant (id_, rev_, name_) values (?, 1, ?)", tenants);
    }

    void addGroupsToTenants(Collection<Membership> memberships) {
        jdbc.batchUpdate(
                "insert into act_id_tenant_member (id_, tenant_id_, group_id_) values (?, ?, ?) on conflict do nothing",
                memberships,
                BATCH,
                (row, membership) -> {
                    row.setString(1, UUID.randomUUID().toString());
                    row.setString(2, membership.owner());
                    row.setString(3, membership.group());
                });
    }

    void addUsersToGroups(Collection<Membership> memberships) {
        jdbc.batchUpdate(
                "insert into act_id_membership (user_id_, group_id_) values (?, ?) on conflict do nothing",
                memberships,
                BATCH,
                (row, membership) -> {
                    row.setString(1, membership.owner());
                    row.setString(2, membership.group());
                });
    }

    /**
     * The tenants that this person or one of these groups is a member of, in order. The engine's own query joins the
     * groups by an OR and so reads all memberships each time.
     */
    List<String> tenantsOf(String userId, Collection<String> groups) {
        return JdbcClient.create(jdbc)
                .sql("""
                        select tenant_id_ from act_id_tenant_member where user_id_ = :user
                        union
                        select tenant_id_ from act_id_tenant_member where group_id_ = any (:groups)
                        order by 1""")
                .param("user", userId)
                .param("groups", groups.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The users in each of these groups, in order, by group; none for a group without users. */
    Map<String, List<String>> membersOf(Collection<String> groups) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        JdbcClient.create(jdbc)
                .sql("""
                        select group_id_, user_id_ from act_id_membership where group_id_ = any (:groups)
                        order by group_id_, user_id_""")
                .param("groups", groups.toArray(String[]::new))
                .query(row -> {
                    members.computeIfAbsent(row.getString("group_id_"), group -> new ArrayList<>())
                            .add(row.getString("user_id_"));
                });
        return members;
    }

    /** Until the transaction ends no other node does what is under the same number. */
    void oneNodeAtATime(long lock) {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, lock);
    }

    private void insert(String sql, Collection<NamedId> rows) {
        jdbc.batchUpdate(sql + " on conflict do nothing", rows, BATCH, (row, value) -> {
            row.setString(1, value.id());
            row.setString(2, value.name());
        });
    }
}
