package vn.tongket.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import vn.tongket.support.ScriptedSmtp;

/** What becomes of mails with a server that refuses, stalls, cuts and dies. */
class MailDeliveryTests {

    private final DeliveryDesk desk = new DeliveryDesk();
    private final ScriptedSmtp server = ScriptedSmtp.start();
    private MailDelivery node;

    @BeforeEach
    void start() {
        node = desk.node(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        desk.close();
    }

    @Test
    void handsManyOverOnOneConnection() {
        String[] addresses =
                IntStream.range(0, 50).mapToObj(i -> "u" + i + "@demo.invalid").toArray(String[]::new);
        List<Mail> mails = desk.queued(addresses);

        node.deliver();

        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.received()).extracting(ScriptedSmtp.Received::to).containsExactly(addresses);
        assertThat(server.received())
                .extracting(ScriptedSmtp.Received::messageId)
                .containsExactlyElementsOf(mails.stream().map(Mail::messageId).toList());
        assertThat(mails).allSatisfy(mail -> assertThat(desk.state(mail)).isEqualTo(MailState.HANDED_OVER));
    }

    @Test
    void marksMailAsWrittenByNobodyAndNamesWhereItComesBackTo() {
        desk.queued("officer@demo.invalid");
        desk.node(server.port(), new DeliverySettings(0, 20, "tra-lai@demo.invalid"))
                .deliver();

        ScriptedSmtp.Received mail = server.received().get(0);
        assertThat(mail.from()).isEqualTo("tra-lai@demo.invalid");
        assertThat(mail.header("From")).isEqualTo("tongket@demo.invalid");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        // 08:00 in Vietnam.
        assertThat(mail.header("Date")).contains("6 Oct 2017 08:00:00 +0700");
    }

    @Test
    void refusesForGoodWithoutHoldingUpTheOthers() {
        List<Mail> mails = desk.queued("a@demo.invalid", "Gone@demo.invalid", "b@demo.invalid");
        server.toRecipient(to -> to.startsWith("Gone") ? "550 5.1.1 no such user" : "250 ok");

        node.deliver();

        assertThat(mails)
                .extracting(desk::state)
                .containsExactly(MailState.HANDED_OVER, MailState.REFUSED, MailState.HANDED_OVER);
        assertThat(desk.badAddresses()).containsExactly("gone@demo.invalid");
        assertThat(desk.lost).containsExactly(new MailLost(List.of(mails.get(1).id())));
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void blamesNoAddressForAPolicyOrAFullMailbox() {
        server.toRecipient(to -> switch (to.charAt(0)) {
            case 'p' -> "550 5.7.1 relaying denied";
            default -> "552 5.2.2 mailbox full";
        });
        List<Mail> mails = desk.queued("policy@demo.invalid", "full@demo.invalid");

        node.deliver();

        assertThat(mails).extracting(desk::state).containsOnly(MailState.REFUSED);
        assertThat(desk.badAddresses()).isEmpty();
    }

    @Test
    void triesAMailThatIsRefusedForNowAgainAfterPausesThatDouble() {
        server.toRecipient(to -> to.startsWith("slow") ? "450 4.2.0 greylisted" : "250 ok");
        List<Mail> mails = desk.queued("slow@demo.invalid", "b@demo.invalid");
        Mail slow = mails.get(0);

        node.deliver();
        assertThat(desk.state(slow)).isEqualTo(MailState.QUEUED);
        assertThat(desk.error(slow)).contains("greylisted");
        assertThat(desk.pause(slow)).isEqualTo(Duration.ofMinutes(1));
        assertThat(desk.state(mails.get(1))).isEqualTo(MailState.HANDED_OVER);

        node.deliver();
        assertThat(desk.pause(slow)).as("not before its time").isEqualTo(Duration.ofMinutes(1));
        for (int minutes : new int[] {2, 4, 8, 16, 32, 64, 128, 240, 240}) {
            desk.clock.pass(desk.pause(slow));
            node.deliver();
            assertThat(desk.pause(slow)).isEqualTo(Duration.ofMinutes(minutes));
        }
        server.behave();
        desk.clock.pass(Duration.ofHours(4));
        node.deliver();
        assertThat(server.received())
                .filteredOn(mail -> mail.to().startsWith("slow"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.messageId()).isEqualTo(slow.messageId()));
    }

    @Test
    void givesUpWhatIsRefusedForThreeDays() {
        server.toRecipient(to -> "450 4.2.0 not now");
        Mail mail = desk.queued("slow@demo.invalid").get(0);

        node.deliver();
        desk.clock.pass(Duration.ofDays(3).minusMinutes(1));
        node.deliver();
        assertThat(desk.state(mail)).isEqualTo(MailState.QUEUED);
        desk.clock.pass(Duration.ofHours(4));
        node.deliver();

        assertThat(desk.state(mail)).isEqualTo(MailState.GIVEN_UP);
        assertThat(desk.lost).containsExactly(new MailLost(List.of(mail.id())));
        assertThat(desk.badAddresses()).isEmpty();
    }

    @Test
    void waitsWhileTheServerTakesNoMailAndBlamesNone() {
        server.greeting("421 4.3.2 going down");
        List<Mail> mails = desk.queued("a@demo.invalid", "b@demo.invalid");

        node.deliver();
        assertThat(node.pending()).isZero();
        assertThat(node.pausedUntil()).contains(desk.clock.instant().plusSeconds(10));
        node.deliver();
        assertThat(server.connections()).as("nobody tries meanwhile").isEqualTo(1);

        for (int day = 0; day < 4; day++) {
            desk.clock.pass(Duration.ofDays(1));
            node.deliver();
        }
        assertThat(mails).extracting(desk::state).containsOnly(MailState.QUEUED);
        server.behave();
        desk.clock.pass(Duration.ofMinutes(5));
        node.deliver();

        assertThat(mails).extracting(desk::state).containsOnly(MailState.HANDED_OVER);
        assertThat(node.pausedUntil()).isEmpty();
    }

    @Test
    void takesARefusalOfTheSenderForTroubleOfTheServer() {
        server.toMail(from -> "530 5.7.0 authentication required");
        Mail mail = desk.queued("a@demo.invalid").get(0);

        node.deliver();

        assertThat(desk.state(mail)).isEqualTo(MailState.QUEUED);
        assertThat(desk.lost).isEmpty();
        assertThat(node.pausedUntil()).isPresent();
    }

    @Test
    void waitsForAServerThatIsNotThere() {
        server.close();
        Mail mail = desk.queued("a@demo.invalid").get(0);

        node.deliver();

        assertThat(desk.state(mail)).isEqualTo(MailState.QUEUED);
        assertThat(node.pausedUntil()).isPresent();
    }

    @Test
    void repeatsAMailInDoubtUnderItsMessageIdAndSendsTheOthers() {
        server.toContent(to -> to.startsWith("b") ? ScriptedSmtp.DROP : "250 taken");
        List<Mail> mails = desk.queued("a@demo.invalid", "b@demo.invalid", "c@demo.invalid");

        node.deliver();
        assertThat(mails)
                .extracting(desk::state)
                .containsExactly(MailState.HANDED_OVER, MailState.QUEUED, MailState.HANDED_OVER);
        server.behave();
        desk.clock.pass(Duration.ofMinutes(1));
        node.deliver();

        assertThat(server.received())
                .extracting(ScriptedSmtp.Received::to)
                .containsExactly("a@demo.invalid", "b@demo.invalid", "c@demo.invalid", "b@demo.invalid");
        assertThat(server.received().get(3).messageId())
                .isEqualTo(server.received().get(1).messageId())
                .isEqualTo(mails.get(1).messageId());
    }

    @Test
    void takesSilenceForDoubtAndThreeDoubtsForTrouble() {
        server.toContent(to -> ScriptedSmtp.STALL);
        desk.patience = Duration.ofMillis(300);
        node = desk.node(server.port());
        List<Mail> mails = desk.queued("a@demo.invalid", "b@demo.invalid", "c@demo.invalid", "d@demo.invalid");

        node.deliver();

        assertThat(server.connections()).isEqualTo(3);
        assertThat(mails).extracting(desk::state).containsOnly(MailState.QUEUED);
        assertThat(node.pausedUntil()).isPresent();
        assertThat(desk.pause(mails.get(3))).as("was not tried").isNegative();
    }

    @Test
    void neverGivesUpAMailInDoubtWhileTheServerTakesNone() {
        server.toContent(to -> ScriptedSmtp.DROP);
        Mail mail = desk.queued("a@demo.invalid").get(0);
        for (int day = 0; day < 5; day++) {
            node.deliver();
            desk.clock.pass(Duration.ofDays(1));
        }
        assertThat(desk.state(mail)).isEqualTo(MailState.QUEUED);

        server.toContent(to -> to.startsWith("a") ? ScriptedSmtp.DROP : "250 taken");
        desk.queued("b@demo.invalid");
        node.deliver();
        desk.clock.pass(Duration.ofDays(1));
        node.deliver();
        assertThat(desk.state(mail)).as("it is the mail").isEqualTo(MailState.GIVEN_UP);
    }

    @Test
    void connectsAgainAtOnceWhenTheServerEndsAConnectionAfterSomeMails() {
        server.toMail(from -> server.taken() == 2 && server.connections() == 1 ? "421 4.7.0 too many" : "250 ok");
        List<Mail> mails = desk.queued("a@demo.invalid", "b@demo.invalid", "c@demo.invalid");

        node.deliver();

        assertThat(mails).extracting(desk::state).containsOnly(MailState.HANDED_OVER);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void delaysOnlyTheMailThatCannotBeWritten() {
        desk.words = mail -> {
            if (mail.address().startsWith("b")) {
                // Breaks the transaction too.
                desk.jdbc.sql("select 1 / 0").query(Integer.class).single();
            }
            return DeliveryDesk.words("Nhắc hạn", "Nội dung");
        };
        List<Mail> mails = desk.queued("a@demo.invalid", "b@demo.invalid", "c@demo.invalid");

        node.deliver();

        assertThat(mails)
                .extracting(desk::state)
                .containsExactly(MailState.HANDED_OVER, MailState.QUEUED, MailState.HANDED_OVER);
        assertThat(desk.pause(mails.get(1))).isEqualTo(Duration.ofMinutes(1));
        desk.clock.pass(Duration.ofDays(4));
        node.deliver();
        assertThat(desk.state(mails.get(1))).isEqualTo(MailState.GIVEN_UP);
        assertThat(desk.lost).as("nobody else could be told either").isEmpty();
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        List<Mail> mails = desk.queued("không phải địa chỉ", "b@demo.invalid");

        node.deliver();

        assertThat(mails).extracting(desk::state).containsExactly(MailState.REFUSED, MailState.HANDED_OVER);
        assertThat(desk.badAddresses()).containsExactly("không phải địa chỉ");
    }

    @Test
    void dropsWhatWasOvertaken() {
        List<Mail> mails = desk.queued("a@demo.invalid", "b@demo.invalid");
        desk.overtaken.add(mails.get(0).id());

        node.deliver();

        assertThat(mails).extracting(desk::state).containsExactly(MailState.OBSOLETE, MailState.HANDED_OVER);
        assertThat(server.received()).extracting(ScriptedSmtp.Received::to).containsExactly("b@demo.invalid");
    }

    @Test
    void keepsToTheRateThatIsSetForAllNodes() {
        DeliverySettings slow = new DeliverySettings(30, 20, null);
        desk.queued(
                IntStream.range(0, 70).mapToObj(i -> "u" + i + "@demo.invalid").toArray(String[]::new));
        MailDelivery other = desk.node(server.port(), slow);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(desk.node(server.port(), slow)::deliver),
                        CompletableFuture.runAsync(other::deliver))
                .join();
        other.deliver();
        assertThat(server.taken()).isEqualTo(30);
        desk.clock.pass(Duration.ofSeconds(59));
        other.deliver();
        assertThat(server.taken()).isEqualTo(30);
        desk.clock.pass(Duration.ofSeconds(1));
        other.deliver();
        assertThat(server.taken()).isEqualTo(60);
    }

    @Test
    void handsEachMailOverOnceWhenTwoNodesDeliverAtOnce() {
        List<Mail> mails = desk.queued(
                IntStream.range(0, 400).mapToObj(i -> "u" + i + "@demo.invalid").toArray(String[]::new));
        List<MailDelivery> nodes = List.of(node, desk.node(server.port()), desk.node(server.port()));

        CompletableFuture.allOf(nodes.stream()
                        .map(each -> CompletableFuture.runAsync(each::deliver))
                        .toArray(CompletableFuture[]::new))
                .join();
        node.deliver();

        assertThat(server.received())
                .extracting(ScriptedSmtp.Received::messageId)
                .containsExactlyInAnyOrderElementsOf(
                        mails.stream().map(Mail::messageId).toList());
    }

    @Test
    void handsOverAgainNoMoreThanAChunkAfterACrash() {
        List<Mail> mails = desk.queued(
                IntStream.range(0, 50).mapToObj(i -> "u" + i + "@demo.invalid").toArray(String[]::new));
        server.toContent(to -> {
            if (to.startsWith("u33@")) {
                desk.cutTransactions();
            }
            return "250 taken";
        });
        assertThatThrownBy(node::deliver).isInstanceOf(RuntimeException.class);
        assertThat(server.received())
                .as("two chunks went out, the second was not noted")
                .hasSize(40);

        server.behave();
        desk.node(server.port()).deliver();

        List<String> ids = mails.stream().map(Mail::messageId).toList();
        List<String> expected = new ArrayList<>(ids.subList(0, 40));
        expected.addAll(ids.subList(20, 50));
        assertThat(server.received())
                .extracting(ScriptedSmtp.Received::messageId)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void letsNobodyWaitWhoAddsToAMailUnderWay() {
        Mail mail = desk.queued("a@demo.invalid").get(0);
        server.toContent(to -> desk.refersTo(mail) ? "250 taken" : ScriptedSmtp.DROP);

        node.deliver();

        assertThat(desk.state(mail)).isEqualTo(MailState.HANDED_OVER);
    }

    @Test
    void tellsWhoeverHandsOverNowThatItFailed() {
        Mail mail = desk.queued("superior@demo.invalid").get(0);
        server.toRecipient(to -> "550 5.1.1 no such user");
        assertThatThrownBy(() -> node.handOver(mail))
                .isInstanceOf(MailException.class)
                .hasMessageContaining("no such user");
        assertThat(desk.state(mail)).isEqualTo(MailState.QUEUED);

        server.behave();
        assertThat(node.handOver(mail)).isTrue();
        assertThat(node.handOver(mail)).isFalse();
        assertThat(server.received()).hasSize(1);
    }
}
