package vn.tongket.workflow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets whoever has claimed a task give it back. The engine would want the right to assign it to anybody and to change
 * its due date, which nobody is to have.
 */
class GiveBack extends OncePerRequestFilter {

    private static final Pattern UNCLAIM =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/task/(?<task>[^/]+)/unclaim");

    private final TaskService tasks;

    GiveBack(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher unclaim = UNCLAIM.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (unclaim.matches() && isFromTasklist(request) && login != null && holds(login, unclaim.group("task"))) {
            tasks.setAssignee(unclaim.group("task"), null);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean holds(Authentication login, String task) {
        return tasks.createTaskQuery()
                        .taskId(task)
                        .taskAssignee(login.getName())
                        .count()
                == 1;
    }

    /** The header that no page of another origin can send; Camunda's own check of it comes later in the chain. */
    private static boolean isFromTasklist(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && request.getHeader("X-XSRF-TOKEN") != null;
    }
}
