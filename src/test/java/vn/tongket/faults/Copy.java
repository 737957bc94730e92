package vn.tongket.faults;

/**
 * A mail that the server has.
 *
 * @param node who handed it over
 * @param number of all that this node handed over, from 1
 * @param heard the node went on talking after the answer; without that nobody knows whether it heard it
 */
record Copy(String messageId, String recipient, String node, int number, boolean heard) {

    Copy andHeard() {
        return new Copy(messageId, recipient, node, number, true);
    }
}
