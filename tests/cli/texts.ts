/** A process in which nothing is wrong. */
export const goodProcess = `apiVersion: flowaudit/v1
kind: Process
id: refund
name: Refund
start: close
steps:
  close: { name: Close case, type: task, end: true }
`;

/** A process with a role that nobody declares: one error, at the `nobody` of line 7, column 48. */
export const faultyProcess = goodProcess.replace('end: true', 'role: nobody, end: true');

/** A process with an SLA that may or may not escalate: one undecided finding, at line 9. */
export const undecidedProcess = `${goodProcess}slas:
  answer: { metric: resolution, from: case.created, to: case.closed, within: 2h }
`;

/** A configuration that selects a few rules by name, so that a rule that is added changes nothing. */
export const config = `apiVersion: flowaudit/v1
kind: Config
rulesets: []
rules:
  structure/every-reference-resolves: error
  sla/escalates-before-breach: warning
`;
