package vn.tongket.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import vn.tongket.support.Person;

/**
 * People whose requests go to either node and who know what to do when one fails: look whether it took effect, and
 * repeat it if not.
 */
public final class People {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Longer than the engine waits before it repeats a job that failed. */
    private static final Duration PATIENCE = Duration.ofMinutes(9);

    private final Cluster cluster;
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Person> scripts = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger doneUnheard = new AtomicInteger();
    private final AtomicInteger loggedOut = new AtomicInteger();

    public People(Cluster cluster) {
        this.cluster = cluster;
    }

    public int requests() {
        return requests.get();
    }

    /** Requests that failed and were made again. */
    public int repeated() {
        return repeated.get();
    }

    /** Tasks completed. */
    public int done() {
        return done.get();
    }

    /** Tasks of these whose completion took effect although the answer never came. */
    public int doneUnheard() {
        return doneUnheard.get();
    }

    /** Sessions that were no longer known. */
    public int loggedOut() {
        return loggedOut.get();
    }

    /** Completes the task as its form does, once; waits for it to appear. */
    public void complete(String user, String businessKey, String taskKey, Map<String, Object> fields) {
        String path = Person.ENGINE + "/task/" + await(user, businessKey, taskKey);
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        boolean tried = false;
        while (System.nanoTime() < end) {
            if (session(user, person -> person.get(path)).statusCode() == 404) {
                done.incrementAndGet();
                doneUnheard.addAndGet(tried ? 1 : 0);
                return;
            }
            try {
                requests.incrementAndGet();
                person(user).post(path + "/claim", json(Map.of("userId", user)));
                tried = true;
                HttpResponse<String> answer = person(user).post(path + "/submit-form", variables(fields));
                if (answer.statusCode() == 204) {
                    done.incrementAndGet();
                    return;
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (UncheckedIOException nodeDied) {
                last = nodeDied.toString();
            }
            repeated.incrementAndGet();
            pause();
        }
        throw new AssertionError(user + " cannot complete " + taskKey + " of " + businessKey + ": " + last);
    }

    /** The id of a task in the list of that person. */
    private String await(String user, String businessKey, String taskKey) {
        String query = json(Map.of("processInstanceBusinessKey", businessKey, "taskDefinitionKey", taskKey));
        String[] id = {""};
        until(user + " sees " + taskKey + " of " + businessKey, () -> {
            id[0] = read(session(user, person -> person.post(Person.ENGINE + "/task", query)))
                    .at("/0/id")
                    .asText("");
            return !id[0].isEmpty();
        });
        return id[0];
    }

    /** Reads as {@code admin}. */
    public JsonNode read(String path) {
        return read(script("admin", person -> person.get(path)));
    }

    /** A request that may be repeated as it is; {@code 409} says that it had taken effect before. */
    public void write(String user, Function<Person, HttpResponse<String>> request) {
        until("a write of " + user, () -> {
            HttpResponse<String> answer = script(user, request);
            if (answer.statusCode() >= 400 && answer.statusCode() != 409) {
                repeated.incrementAndGet();
                System.out.println("refused: " + answer.statusCode() + " " + answer.uri() + " " + answer.body());
                return false;
            }
            return true;
        });
    }

    public void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not after " + PATIENCE + ": " + what);
            }
            pause();
        }
    }

    private HttpResponse<String> script(String user, Function<Person, HttpResponse<String>> request) {
        Person person = scripts.computeIfAbsent(user, id -> Person.script(this::port, id, "demo"));
        return answered(() -> request.apply(person));
    }

    private HttpResponse<String> session(String user, Function<Person, HttpResponse<String>> request) {
        return answered(() -> {
            HttpResponse<String> answer = request.apply(person(user));
            if (answer.statusCode() == 401) {
                loggedOut.incrementAndGet();
                people.remove(user);
                return request.apply(person(user));
            }
            return answer;
        });
    }

    private interface Request {
        HttpResponse<String> send();
    }

    private HttpResponse<String> answered(Request request) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            try {
                requests.incrementAndGet();
                HttpResponse<String> answer = request.send();
                if (answer.statusCode() < 500) {
                    return answer;
                }
                last = answer.statusCode() + " " + answer.uri() + " " + answer.body();
            } catch (UncheckedIOException nodeDied) {
                last = nodeDied.toString();
            }
            repeated.incrementAndGet();
            pause();
        }
        throw new AssertionError("No answer: " + last);
    }

    private Person person(String user) {
        Person known = people.get(user);
        if (known == null) {
            known = loggedIn(user);
            people.put(user, known);
        }
        return known;
    }

    private Person loggedIn(String user) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return Person.loggedIn(this::port, user);
            } catch (UncheckedIOException | AssertionError notLoggedIn) {
                if (System.nanoTime() > end) {
                    throw notLoggedIn;
                }
                repeated.incrementAndGet();
                pause();
            }
        }
    }

    private int port() {
        return cluster.any().port();
    }

    private static String variables(Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return json(Map.of("variables", variables));
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.statusCode() + " " + answer.uri() + " " + answer.body(), e);
        }
    }
}
