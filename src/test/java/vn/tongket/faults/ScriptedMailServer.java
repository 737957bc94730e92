package vn.tongket.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A mail server on this machine that remembers what it took and makes trouble when it is told to. */
final class ScriptedMailServer implements AutoCloseable {

    /** When somebody who lies in wait may strike. */
    enum Moment {
        /** It has the mail and has not answered. */
        MAIL_READ,
        MAIL_ANSWERED
    }

    private record Ambush(Moment moment, Consumer<String> strike, CountDownLatch done) {}

    private final ServerSocket socket;
    private final AtomicReference<Ambush> ambush = new AtomicReference<>();
    private final List<Copy> copies = new ArrayList<>();
    private final Map<String, Integer> perNode = new HashMap<>();
    private Trouble trouble = Trouble.BUSY;
    private int troubles;
    private CountDownLatch struck = new CountDownLatch(0);
    private volatile long pauseMillis;
    private volatile boolean down;

    ScriptedMailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Hangs up on everybody until it is no longer down. */
    void beDown(boolean whether) {
        down = whether;
    }

    boolean isDown() {
        return down;
    }

    /** So long it thinks before it answers that it took a mail. */
    void thinkFor(Duration pause) {
        pauseMillis = pause.toMillis();
    }

    /** Makes that trouble the next few times it can; answers whether it did so at least once before patience ended. */
    boolean make(Trouble kind, int times, Duration patience) {
        CountDownLatch latch = new CountDownLatch(1);
        synchronized (this) {
            trouble = kind;
            troubles = times;
            struck = latch;
        }
        try {
            boolean happened = latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            synchronized (this) {
                troubles = happened ? troubles : 0;
            }
            return happened;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Runs {@code strike} with the node's name when the next mail is at that moment, while its conversation waits;
     * answers whether that happened before patience ended.
     */
    boolean lieInWait(Moment moment, Consumer<String> strike, Duration patience) {
        Ambush mine = new Ambush(moment, strike, new CountDownLatch(1));
        ambush.set(mine);
        try {
            if (!mine.done().await(patience.toMillis(), TimeUnit.MILLISECONDS) && ambush.compareAndSet(mine, null)) {
                return false;
            }
            mine.done().await();
            return true;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** All it has, in the order in which it took them. */
    synchronized List<Copy> copies() {
        return List.copyOf(copies);
    }

    /** How many that node handed over so far. */
    synchronized int countOf(String node) {
        return perNode.getOrDefault(node, 0);
    }

    /** Whether trouble is due at this point. */
    synchronized boolean isDue(Trouble kind) {
        if (troubles == 0 || trouble != kind) {
            return false;
        }
        troubles--;
        struck.countDown();
        return true;
    }

    void reached(Moment moment, String node) {
        Ambush waiting = ambush.get();
        if (waiting != null && waiting.moment() == moment && ambush.compareAndSet(waiting, null)) {
            try {
                waiting.strike().accept(node);
            } finally {
                waiting.done().countDown();
            }
        }
    }

    void think() throws InterruptedException {
        Thread.sleep(pauseMillis);
    }

    /** Answers its place among the copies. */
    synchronized int keep(String messageId, String recipient, String node) {
        copies.add(new Copy(messageId, recipient, node, perNode.merge(node, 1, Integer::sum), false));
        return copies.size() - 1;
    }

    synchronized void heard(int place) {
        copies.set(place, copies.get(place).andHeard());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                daemon(() -> new SmtpConversation(this, client).run());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
