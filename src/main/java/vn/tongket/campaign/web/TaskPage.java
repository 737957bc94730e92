package vn.tongket.campaign.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.tongket.campaign.TaskPlace;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/** Leads from a task in Tasklist to the page that it is about. */
@Controller
class TaskPage {

    private final TaskPlace places;

    TaskPage(TaskPlace places) {
        this.places = places;
    }

    @GetMapping("/tasks/{taskId}")
    String open(@PathVariable String taskId) {
        return "redirect:"
                + places.of(taskId, CurrentUser.require())
                        .orElseThrow(() -> DomainException.notFound(
                                "Việc này không còn hoặc không thuộc phần việc của đồng chí."));
    }
}
