package vn.tongket.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login for Camunda's web applications, our pages and the API. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final RequestMatcher CAMUNDA = ClosedPaths.anyOf("/camunda/**");
    /** For whoever holds a hash. */
    private static final RequestMatcher RECEIPTS = ClosedPaths.anyOf("/receipts/*", "/api/receipts/*");

    /** For whoever got a test mail. */
    private static final RequestMatcher CONFIRMATIONS = ClosedPaths.anyOf("/mail/confirm/*");

    private static final RequestMatcher SCRIPTED = ClosedPaths.anyOf("/api/**", "/demo/**", "/actuator/**");

    /** Scripts that send name and password with each request: no session, so nothing for a foreign page to ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain scripts(HttpSecurity http, AccountsLogin login, LoginNeeded loginNeeded) throws Exception {
        return http.securityMatcher(request -> SCRIPTED.matches(request) && sendsPassword(request))
                .authenticationManager(new ProviderManager(login))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers(RECEIPTS)
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .hasAuthority(CurrentUser.ADMINISTRATORS)
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(loginNeeded))
                .exceptionHandling(errors -> errors.accessDeniedHandler(loginNeeded))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .headers(PageHeaders::write)
                .build();
    }

    /** People with a browser: form login and a session in the database. */
    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            AccountsLogin login,
            LoginNeeded loginNeeded,
            Accounts accounts,
            Problems problems,
            ServerProperties server)
            throws Exception {
        return http.authenticationManager(new ProviderManager(login))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers("/login", "/error", "/actuator/health/**", "/favicon.ico")
                                .permitAll()
                                .requestMatchers(RECEIPTS, CONFIRMATIONS)
                                .permitAll()
                                .requestMatchers("/css/**", "/js/**", "/images/**", "/webjars/**", "/schemas/**")
                                .permitAll()
                                .requestMatchers("/actuator/prometheus")
                                .hasAuthority(CurrentUser.ADMINISTRATORS)
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .failureHandler((request, response, cause) -> response.sendRedirect(request.getContextPath()
                                + (cause instanceof TooManyAttempts ? "/login?wait" : "/login?error")))
                        .permitAll())
                .logout(logout -> logout.logoutRequestMatcher(logouts())
                        .deleteCookies("JSESSIONID")
                        .logoutSuccessHandler((request, response, who) -> afterLogout(request, response)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(loginNeeded).accessDeniedHandler(loginNeeded))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens(server))
                        .csrfTokenRequestHandler(eagerly())
                        .ignoringRequestMatchers(CAMUNDA))
                .headers(PageHeaders::write)
                .addFilterBefore(new ClosedPaths(), SecurityContextHolderFilter.class)
                .addFilterAfter(new GroupsOfToday(accounts), SecurityContextHolderFilter.class)
                .addFilterAfter(new ExpressionGuard(problems), AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(askedFor()))
                .build();
    }

    /**
     * Ours, and that of Camunda's applications. A foreign page can neither send the latter's header nor the browser's
     * word that a link was followed from here; without that word the address shows a page with a button.
     */
    private static RequestMatcher logouts() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        RequestMatcher camunda = paths.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");
        RequestMatcher link = paths.matcher(HttpMethod.GET, "/logout");
        return new OrRequestMatcher(
                paths.matcher(HttpMethod.POST, "/logout"),
                request -> link.matches(request) && isFromHere(request),
                request -> camunda.matches(request) && request.getHeader("X-XSRF-TOKEN") != null);
    }

    private static boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return "same-origin".equals(site) || "none".equals(site);
    }

    private static void afterLogout(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (CAMUNDA.matches(request)) {
            response.setStatus(HttpServletResponse.SC_OK);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?logout");
        }
    }

    /** The page asked for before the login, without a parameter added to its address. */
    private static HttpSessionRequestCache askedFor() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /** A name of its own: {@code XSRF-TOKEN} is the cookie of Camunda's applications. */
    private static CookieCsrfTokenRepository tokens(ServerProperties server) {
        boolean secure =
                Boolean.TRUE.equals(server.getServlet().getSession().getCookie().getSecure());
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.secure(secure).sameSite("Lax"));
        tokens.setCookieName("CSRF-TOKEN");
        tokens.setHeaderName("X-CSRF-TOKEN");
        return tokens;
    }

    /** The cookie comes with every answer, so that a script need not open a page with a form first. */
    private static CsrfTokenRequestAttributeHandler eagerly() {
        var handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    private static boolean sendsPassword(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
    }
}
