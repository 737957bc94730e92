package vn.tongket.campaign;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which categories of unions report through a participant: those of its own campaign and of all campaigns below that. */
@Component
public class CategoriesBelow {

    private final JdbcClient jdbc;

    CategoriesBelow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where the participant has no issued campaign of its own. */
    public Set<String> of(UUID participant) {
        return jdbc.sql("select categories_below from participant where id = ?")
                .param(participant)
                .query((row, i) ->
                        Set.copyOf(Arrays.asList((String[]) row.getArray(1).getArray())))
                .single();
    }

    /** The campaign's participants are frozen: whoever is above them knows of their categories from now on. */
    void tellAbove(UUID campaign) {
        jdbc.sql("""
                        with recursive above as (
                            select parent_report_id as id from campaign where id = :campaign
                            union all
                            select c.parent_report_id from above join participant p on p.id = above.id
                                join campaign c on c.id = p.campaign_id)
                        update participant up set categories_below = (select array_agg(distinct category order by category)
                            from (select unnest(up.categories_below) as category
                                union select category from participant where campaign_id = :campaign) known)
                        where up.id in (select id from above)""").param("campaign", campaign).update();
    }
}
