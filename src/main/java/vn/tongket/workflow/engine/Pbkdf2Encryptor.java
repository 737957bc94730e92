package vn.tongket.workflow.engine;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes the engine's passwords slowly, instead of its one round of SHA-512. The number of rounds stands before the
 * hash, so that it can be raised without making old passwords useless.
 */
class Pbkdf2Encryptor implements PasswordEncryptor {

    private static final int SALT_BYTES = 16;
    private static final char SEPARATOR = ':';

    private final int iterations;

    Pbkdf2Encryptor(int iterations) {
        this.iterations = iterations;
    }

    @Override
    public String encrypt(String password) {
        return iterations + String.valueOf(SEPARATOR) + encoder(iterations).encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        int separator = encrypted.indexOf(SEPARATOR);
        int rounds = Integer.parseInt(encrypted, 0, separator, 10);
        return encoder(rounds).matches(password, encrypted.substring(separator + 1));
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2";
    }

    private static Pbkdf2PasswordEncoder encoder(int iterations) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, iterations, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }
}
