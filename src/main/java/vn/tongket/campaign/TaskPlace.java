package vn.tongket.campaign;

import java.util.Optional;
import vn.tongket.security.CurrentUser;

/** Which page of ours a task in Tasklist is about. Only the process engine knows the tasks. */
public interface TaskPlace {

    /** The page's path; empty when there is no such task or the person may not read it. */
    Optional<String> of(String taskId, CurrentUser user);
}
