package vn.tongket.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Somebody with a browser, as far as HTTP goes: keeps cookies and sends both anti-forgery tokens. */
public final class Person {

    /** Camunda's REST as Tasklist uses it. */
    public static final String ENGINE = "/camunda/api/engine/engine/default";

    private final Supplier<String> roots;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private boolean sendsTokens = true;
    private Optional<String> basic = Optional.empty();
    private Optional<String> address = Optional.empty();
    private boolean behindProxy;

    private Person(int port) {
        this(() -> port);
    }

    private Person(IntSupplier port) {
        this((Supplier<String>) () -> "http://localhost:" + port.getAsInt());
    }

    private Person(Supplier<String> roots) {
        this.roots = roots;
    }

    /**
     * Nobody logged in, behind a proxy that ends TLS: each request goes to the next root ({@code
     * http://localhost:8080}), and secure cookies are sent.
     */
    public static Person throughProxy(Supplier<String> roots) {
        Person person = new Person(roots);
        person.behindProxy = true;
        return person;
    }

    /** Nobody logged in. */
    public static Person stranger(int port) {
        return new Person(port);
    }

    /** Logged in by the form, with the password {@code demo} and ready for Camunda's REST. */
    public static Person loggedIn(int port, String userId) {
        return loggedIn(() -> port, userId);
    }

    /** The same, with the node chosen anew for each request. */
    public static Person loggedIn(IntSupplier port, String userId) {
        return new Person(port).loggedInAs(userId, "demo");
    }

    /** The same person after the login form, ready for Camunda's REST. */
    public Person loggedInAs(String userId, String password) {
        HttpResponse<String> login = login(userId, password);
        String target = login.headers().firstValue("location").orElse("");
        if (login.statusCode() != 302 || target.contains("/login")) {
            throw new AssertionError(userId + " cannot log in: " + login.statusCode() + " " + target);
        }
        get("/camunda/app/tasklist/default/");
        return this;
    }

    /** A script that sends name and password each time. */
    public static Person script(int port, String userId, String password) {
        return script(() -> port, userId, password);
    }

    /** The same, with the node chosen anew for each request. */
    public static Person script(IntSupplier port, String userId, String password) {
        return new Person(port).sendingPassword(userId, password);
    }

    /** The same person, with name and password in each request. */
    public Person sendingPassword(String userId, String password) {
        basic = Optional.of("Basic "
                + Base64.getEncoder().encodeToString((userId + ":" + password).getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** The same session, used by a page that cannot read its cookies. */
    public Person withoutTokens() {
        Person forged = new Person(roots);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> forged.cookies.getCookieStore().add(URI.create(roots.get()), cookie));
        forged.sendsTokens = false;
        return forged;
    }

    /** As if behind a proxy that saw this address. */
    public Person from(String address) {
        this.address = Optional.of(address);
        return this;
    }

    public HttpResponse<String> login(String userId, String password) {
        get("/login");
        return postForm("/login", "username=" + encoded(userId) + "&password=" + encoded(password));
    }

    /** A download. */
    public byte[] bytes(String path) {
        try {
            HttpResponse<byte[]> answer = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> postForm(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> post(String path, String json) {
        return sendJson("POST", path, json);
    }

    /** A body that need not be text. */
    public HttpResponse<String> post(String path, byte[] body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<String> put(String path, String json) {
        return sendJson("PUT", path, json);
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    public HttpResponse<String> sendJson(String method, String path, String json, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Any request, with these headers and no others but the login's; {@code body} may be null. */
    public HttpResponse<String> exchange(String method, String path, String body, List<String> headers) {
        HttpRequest.Builder request =
                request(path).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new)));
    }

    /** As {@link #exchange}, with a body that need not be text. */
    public HttpResponse<String> exchangeBytes(String method, String path, byte[] body, List<String> headers) {
        return send(
                request(path).method(method, BodyPublishers.ofByteArray(body)).headers(headers.toArray(String[]::new)));
    }

    /** A file, as a form or a script sends it in the field {@code file}. */
    public HttpResponse<String> upload(String path, String name, byte[] content) {
        return exchangeBytes("POST", path, MultipartFile.of(name, content), MultipartFile.HEADERS);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(roots.get() + path));
        if (behindProxy) {
            request.header("X-Forwarded-Proto", "https");
        }
        address.ifPresent(seen -> request.header("X-Forwarded-For", seen));
        basic.ifPresent(header -> request.header("Authorization", header));
        if (sendsTokens) {
            cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
            cookie("CSRF-TOKEN").ifPresent(token -> request.header("X-CSRF-TOKEN", token));
        }
        return request;
    }

    private Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (behindProxy) {
                // TLS ends at the proxy; the way from there is plain.
                cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
