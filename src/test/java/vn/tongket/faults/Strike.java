package vn.tongket.faults;

/**
 * A fault that happened.
 *
 * @param node that it happened to; empty for what happens to no node in particular
 * @param handedOver how many mails that node had handed over by then
 */
record Strike(FaultKind kind, String node, int handedOver) {}
