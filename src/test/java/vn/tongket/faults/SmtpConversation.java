package vn.tongket.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tongket.faults.ScriptedMailServer.Moment;

/** One connection to the {@link ScriptedMailServer}, as RFC 5321 has it. */
final class SmtpConversation {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?i)message-id:\\s*(<[^>]*>)");
    private static final Pattern ADDRESS = Pattern.compile("<([^>]*)>");
    private static final int LONGEST_SILENCE_MILLIS = 120_000;
    private static final int NONE = -1;

    private final ScriptedMailServer server;
    private final Socket socket;
    private String node = "?";
    private String recipient = "";
    private int unheard = NONE;

    SmtpConversation(ScriptedMailServer server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    void run() {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout(LONGEST_SILENCE_MILLIS);
            if (!greets(in)) {
                return;
            }
            String line = in.readLine();
            while (line != null) {
                // Whoever goes on talking has heard the answer to what was before.
                if (unheard != NONE) {
                    server.heard(unheard);
                    unheard = NONE;
                }
                if (server.isDown() || !answers(line, in)) {
                    return;
                }
                line = in.readLine();
            }
        } catch (IOException otherSideIsGone) {
            // A killed node; what the server has it keeps.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean greets(BufferedReader in) throws IOException {
        if (server.isDown() || server.isDue(Trouble.HANGS_UP)) {
            return false;
        }
        if (server.isDue(Trouble.BUSY)) {
            say("421 4.3.2 Too busy");
            return false;
        }
        if (server.isDue(Trouble.SILENT)) {
            saysNothing(in);
            return false;
        }
        say("220 localhost ESMTP");
        return true;
    }

    /** Answers whether the conversation goes on. */
    private boolean answers(String line, BufferedReader in) throws IOException, InterruptedException {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("EHLO") || command.startsWith("HELO")) {
            node = line.substring(4).strip();
            say("250 localhost");
        } else if (command.startsWith("RCPT")) {
            recipient = first(ADDRESS, line);
            say(server.isDue(Trouble.REFUSES_FOR_NOW) ? "450 4.2.1 Mailbox busy, try again" : "250 2.1.5 Ok");
        } else if (command.startsWith("DATA")) {
            say("354 Go ahead");
            return takes(message(in), in);
        } else if (command.startsWith("QUIT")) {
            say("221 2.0.0 Bye");
            return false;
        } else {
            say("250 2.0.0 Ok");
        }
        return true;
    }

    private boolean takes(String message, BufferedReader in) throws IOException, InterruptedException {
        server.think();
        if (server.isDue(Trouble.FAILS)) {
            say("451 4.3.0 Local error, try again");
            return true;
        }
        if (server.isDue(Trouble.STALLS)) {
            saysNothing(in);
            return false;
        }
        if (server.isDue(Trouble.LOSES)) {
            return false;
        }
        int place = server.keep(first(MESSAGE_ID, message), recipient, node);
        server.reached(Moment.MAIL_READ, node);
        if (server.isDue(Trouble.KEEPS_AND_DIES)) {
            return false;
        }
        unheard = place;
        say("250 2.0.0 Taken");
        server.reached(Moment.MAIL_ANSWERED, node);
        return true;
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            message.append(line).append('\n');
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("gone in the middle of a mail");
        }
        return message.toString();
    }

    /** Until the other side hangs up. */
    private static void saysNothing(BufferedReader in) throws IOException {
        String ignored = in.readLine();
        while (ignored != null) {
            ignored = in.readLine();
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private void say(String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
