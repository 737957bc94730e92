package vn.tongket.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks name and password, by form or by Basic header, against {@link Accounts}; the groups become authorities. */
@Component
class AccountsLogin implements AuthenticationProvider {

    /** What cannot be a name is not even looked up. */
    private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,100}");

    private final Accounts accounts;
    private final LoginThrottle throttle;

    AccountsLogin(Accounts accounts, LoginThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = attempt.getName();
        if (!NAME.matcher(userId).matches()) {
            throw wrong();
        }
        String address = addressOf(attempt);
        if (throttle.mustWait(userId, address)) {
            throw new TooManyAttempts();
        }
        Set<String> groups = accounts.authenticate(userId, String.valueOf(attempt.getCredentials()))
                .orElseThrow(() -> {
                    throttle.failed(userId, address);
                    return wrong();
                });
        throttle.succeeded(userId, address);
        return loggedIn(attempt, groups);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** The same login with those groups and without the password. */
    static Authentication loggedIn(Authentication login, Collection<String> groups) {
        List<GrantedAuthority> authorities = groups.stream()
                .sorted()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        var token = UsernamePasswordAuthenticationToken.authenticated(login.getName(), null, authorities);
        token.setDetails(login.getDetails());
        return token;
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("Tên đăng nhập hoặc mật khẩu không đúng.");
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
