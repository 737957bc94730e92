package vn.tongket.support;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small SMTP server that answers as a test tells it to, and keeps what it took. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Instead of an answer: the connection is cut. */
    public static final String DROP = "DROP";

    /** Instead of an answer: silence until the client goes away. */
    public static final String STALL = "STALL";

    /** A mail that was taken. */
    public record Received(String from, String to, String data, int connection) {

        public String messageId() {
            return header("Message-ID");
        }

        /** A header's first line; empty when there is none. */
        public String header(String name) {
            Matcher found = Pattern.compile("(?im)^" + name + ":\\s*(.*)$").matcher(data);
            return found.find() ? found.group(1).strip() : "";
        }
    }

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final boolean keeps;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();

    private volatile String greeting = "220 ready";
    private volatile UnaryOperator<String> mail = from -> "250 ok";
    private volatile UnaryOperator<String> recipient = to -> "250 ok";
    private volatile UnaryOperator<String> content = to -> "250 taken";

    private ScriptedSmtp(boolean keeps) {
        this.keeps = keeps;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread acceptor = new Thread(this::accept, "scripted-smtp");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public static ScriptedSmtp start() {
        return new ScriptedSmtp(true);
    }

    /** Takes everything and keeps nothing but the count. */
    public static ScriptedSmtp sink() {
        return new ScriptedSmtp(false);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What it says when somebody connects. */
    public ScriptedSmtp greeting(String answer) {
        greeting = answer;
        return this;
    }

    /** What it says to MAIL, by the sender. */
    public ScriptedSmtp toMail(UnaryOperator<String> answer) {
        mail = answer;
        return this;
    }

    /** What it says to RCPT, by the address. */
    public ScriptedSmtp toRecipient(UnaryOperator<String> answer) {
        recipient = answer;
        return this;
    }

    /** What it says once it has a mail's content, by the address; the mail is kept if that begins with 250 or is DROP. */
    public ScriptedSmtp toContent(UnaryOperator<String> answer) {
        content = answer;
        return this;
    }

    /** All answers friendly again. */
    public void behave() {
        greeting = "220 ready";
        mail = from -> "250 ok";
        recipient = to -> "250 ok";
        content = to -> "250 taken";
    }

    public List<Received> received() {
        return received;
    }

    public int taken() {
        return taken.get();
    }

    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                Thread thread = new Thread(() -> serve(client), "scripted-smtp-client");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        int number = connections.incrementAndGet();
        try (client) {
            client.setTcpNoDelay(true);
            new Talk(client, number).run();
        } catch (IOException e) {
            // The client, or the test, went away.
        }
    }

    private final class Talk {

        private final InputStream in;
        private final OutputStream out;
        private final int number;
        private String from = "";
        private String to = "";

        Talk(Socket client, int number) throws IOException {
            this.in = new BufferedInputStream(client.getInputStream(), 1 << 16);
            this.out = new BufferedOutputStream(client.getOutputStream());
            this.number = number;
        }

        void run() throws IOException {
            boolean goesOn = answer(greeting);
            while (goesOn) {
                String line = line();
                goesOn = line != null && obey(line);
            }
        }

        private boolean obey(String line) throws IOException {
            String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
            switch (command) {
                case "EHLO", "HELO", "RSET", "NOOP":
                    return answer("250 ok");
                case "MAIL":
                    from = address(line);
                    return answer(mail.apply(from));
                case "RCPT":
                    to = address(line);
                    return answer(recipient.apply(to));
                case "DATA":
                    return answer("354 go on") && take();
                case "QUIT":
                    answer("221 bye");
                    return false;
                default:
                    return answer("500 unknown");
            }
        }

        private boolean take() throws IOException {
            String data = data();
            String answer = content.apply(to);
            if (answer.startsWith("250") || answer.equals(DROP)) {
                taken.incrementAndGet();
                if (keeps) {
                    received.add(new Received(from, to, data, number));
                }
            }
            return answer(answer);
        }

        private boolean answer(String answer) throws IOException {
            if (answer.equals(DROP)) {
                return false;
            }
            if (answer.equals(STALL)) {
                while (in.read() >= 0) {
                    continue;
                }
                return false;
            }
            out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return !answer.startsWith("421");
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(64);
            int next = in.read();
            while (next >= 0 && next != '\n') {
                if (next != '\r') {
                    line.write(next);
                }
                next = in.read();
            }
            return next < 0 ? null : line.toString(StandardCharsets.US_ASCII);
        }

        /** Up to the line with nothing but a dot. */
        private String data() throws IOException {
            ByteArrayOutputStream data = new ByteArrayOutputStream(keeps ? 4096 : 0);
            int matched = 2;
            while (matched < END.length) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("cut in the middle");
                }
                if (keeps) {
                    data.write(next);
                }
                matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
            }
            return data.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static String address(String line) {
        Matcher found = Pattern.compile("<([^>]*)>").matcher(line);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
