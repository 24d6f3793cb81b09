/** A net named after its pattern, with what is to be said about it and why. */
export interface PatternNet {
  readonly pattern: string;
  readonly reason: string;
  readonly drawing: string;
  readonly verdict: 'sound' | 'unsound' | 'undecided';
  readonly decidedBy: 'blocks' | 'reduction' | 'states';
  /** `code step`, with `exits` where only a failure, a timeout or a hand-off brings it. */
  readonly findings: readonly string[];
  /** First steps of branches the file declares as meant to end on their own, by parallel. */
  readonly sideBranches?: Readonly<Record<string, readonly string[]>>;
}

export const soundNets: readonly PatternNet[] = [
  {
    pattern: 'one step',
    reason: 'the case starts and ends there',
    drawing: 'only: .',
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
  },
  {
    pattern: 'choice and merge',
    reason: 'several arrows into a step that is no join need only one of them',
    drawing: `
      sort choice: small large
      small: pay
      large: pay
      pay: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
  },
  {
    pattern: 'implicit choice',
    reason: 'a task with several arrows takes one of them',
    drawing: `
      look: repair refuse
      repair: close
      refuse: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
  },
  {
    pattern: 'parallel and join',
    reason: 'the join has one arrival from each branch',
    drawing: `
      split parallel: goods money
      goods: meet
      money: meet
      meet join of split: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
  },
  {
    pattern: 'block in a block in a loop',
    reason: 'each block ends before the one around it',
    drawing: `
      begin: outer
      outer parallel: inner alone
      inner parallel: left right
      left: innerMeet
      right: innerMeet
      innerMeet join of inner: outerMeet
      alone: outerMeet
      outerMeet join of outer: ask
      ask choice: loop2>begin done
      done: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
  },
  {
    pattern: 'choice inside a branch, all arrows to the join',
    reason: 'the join waits for branches, not for arrows: b, c and d bring two arrivals',
    drawing: `
      split parallel: sort d
      sort choice: b c
      b: meet
      c: meet
      d: meet
      meet join of split: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
  },
  {
    pattern: 'two branches straight to the join',
    reason: 'equal arrows of a parallel are two branches',
    drawing: `
      split parallel: meet meet
      meet join of split: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
  },
  {
    pattern: 'different ends on alternative ways',
    reason: 'a case gets to one of them',
    drawing: `
      sort choice: accept refuse
      accept: .
      refuse: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
  },
  {
    pattern: 'loop with two entries',
    reason: 'one piece of work may go round as it likes',
    drawing: `
      begin choice: x y
      x choice: y out
      y choice: x out
      out: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
  },
  {
    pattern: 'failure that stays in its branch',
    reason: 'the stand-in brings the arrival of the branch',
    drawing: `
      split parallel: machine letter
      machine automated: meet failure>human
      human: meet
      letter: meet
      meet join of split: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
  },
  {
    pattern: 'declared side branch',
    reason: 'a branch that is meant to end on its own is waited for by nobody',
    drawing: `
      split parallel: work survey
      work: close
      close: .
      survey: filed
      filed: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
    sideBranches: { split: ['survey'] },
  },
  {
    pattern: 'side branch inside a loop',
    reason: 'each round sends a letter of its own and waits for none',
    drawing: `
      begin: split
      split parallel: work letter
      letter: sent
      sent: .
      work choice: loop2>begin close
      close: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: ['open-work split'],
  },
  {
    pattern: 'N-shaped network plan',
    reason: 'joins with a list wait for every arrow; each of them gets all of its arrows',
    drawing: `
      begin parallel: a b
      a parallel: x y
      b: z
      x: first
      y: second
      z parallel: first second
      first join of begin,a: u
      second join of begin,a: v
      u: last
      v: last
      last join of begin,z: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'reduction',
    findings: [],
  },
  {
    pattern: 'two joins for one parallel',
    reason: 'the first join brings the arrivals of two branches to the second one together',
    drawing: `
      split parallel: a b c
      a: early
      b: early
      early join of split: d
      d: late
      c: late
      late join of split: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'reduction',
    findings: [],
  },
  {
    pattern: 'crossing pairs that happen to work',
    reason: 'nothing gets stuck, but outerMeet closes while inner is open',
    drawing: `
      outer parallel: inner b
      inner parallel: c d
      b: outerMeet
      d: outerMeet
      outerMeet join of outer: e
      c: innerMeet
      e: innerMeet
      innerMeet join of inner: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'reduction',
    findings: ['pairs-cross outerMeet'],
  },
];

export const faultyNets: readonly PatternNet[] = [
  {
    pattern: 'choice meets join',
    reason: 'only one of the two arrivals ever comes',
    drawing: `
      sort choice: a b
      a: meet
      b: meet
      meet join of sort: close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['stuck meet'],
  },
  {
    pattern: 'parallel meets merge',
    reason: 'the merge runs once for each branch',
    drawing: `
      split parallel: a b
      a: merge
      b: merge
      merge: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['runs-twice merge'],
  },
  {
    pattern: 'branch leaves the block for an end',
    reason: 'after a refusal the join waits for the branch in vain',
    drawing: `
      split parallel: check letter
      check choice: meet refuse
      letter: meet
      meet join of split: close
      close: .
      refuse: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['branch-escapes check'],
  },
  {
    pattern: 'case ends inside a branch',
    reason: 'the other branch waits at the join for ever',
    drawing: `
      split parallel: check letter
      check: meet .
      letter: meet
      meet join of split: close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['branch-escapes check'],
  },
  {
    pattern: 'branch goes back before its parallel',
    reason: 'the other branch is started a second time',
    drawing: `
      begin: split
      split parallel: check letter
      check choice: meet begin
      letter: meet
      meet join of split: close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['branch-escapes check'],
  },
  {
    pattern: 'jump into a branch from outside',
    reason: 'the join waits for the branch that was not started',
    drawing: `
      begin choice: split shortcut
      split parallel: a b
      shortcut: a
      a: meet
      b: meet
      meet join of split: close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['stuck meet'],
  },
  {
    pattern: 'rework goes back into one branch only',
    reason: 'the other branch does not run again, so the join waits',
    drawing: `
      split parallel: a b
      a: meet
      b: meet
      meet join of split: look
      look choice: loop2>a close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['stuck meet'],
  },
  {
    pattern: 'branch comes back after the join',
    reason: 'the join does not wait for it, so close runs for both',
    drawing: `
      split parallel: a b c
      a: meet
      b: meet
      meet join of split: close
      c: close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['runs-twice close'],
  },
  {
    pattern: 'parallel without its join in a branch',
    reason: 'for the outer join c and d are one branch that arrives twice',
    drawing: `
      outer parallel: inner b
      inner parallel: c d
      c: meet
      d: meet
      b: meet
      meet join of outer: close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['runs-twice meet'],
  },
  {
    pattern: 'parallel that starts itself again',
    reason: 'every round sends another letter while the first may still be on its way',
    drawing: `
      begin: split
      split parallel: again letter
      again choice: loop2>begin finish
      letter: finish
      finish: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['runs-twice finish'],
  },
  {
    pattern: 'join names another parallel',
    reason: 'secondMeet stands for second and says first',
    drawing: `
      first parallel: a b
      a: firstMeet
      b: firstMeet
      firstMeet join of first: second
      second parallel: c d
      c: secondMeet
      d: secondMeet
      secondMeet join of first: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: ['join-names-other secondMeet'],
  },
  {
    pattern: 'two joins with their names swapped',
    reason: 'the inner join closes the outer parallel while the inner one is open',
    drawing: `
      outer parallel: inner b
      inner parallel: c d
      c: innerMeet
      d: innerMeet
      innerMeet join of outer: outerMeet
      b: outerMeet
      outerMeet join of inner: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'reduction',
    findings: ['pairs-cross innerMeet'],
  },
  {
    pattern: 'branch that misses its own join',
    reason: 'for the outer join e and innerMeet are one branch that arrives twice',
    drawing: `
      outer parallel: inner b
      inner parallel: c d e
      c: innerMeet
      d: innerMeet
      innerMeet join of inner: outerMeet
      e: outerMeet
      b: outerMeet
      outerMeet join of outer: close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['runs-twice outerMeet'],
  },
  {
    pattern: 'join that names a parallel further on, after a list',
    reason: 'nothing of other can have reached it yet',
    drawing: `
      begin parallel: a b
      a: first
      b: first
      first join of begin,begin: lone
      lone join of other: other
      other parallel: c d
      c: meet
      d: meet
      meet join of other: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'reduction',
    findings: ['join-names-other lone'],
  },
  {
    pattern: 'join that names nothing',
    reason: 'it can only mean the parallel around it',
    drawing: `
      split parallel: a b
      a: meet
      b: meet
      meet join: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: ['join-unnamed meet'],
  },
  {
    pattern: 'join that names nothing and has nothing to join',
    reason: 'no parallel is open there',
    drawing: `
      begin: meet
      meet join: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'reduction',
    findings: ['join-unnamed meet'],
  },
  {
    pattern: 'join that names a parallel closed before',
    reason: 'nothing is open there any more',
    drawing: `
      split parallel: a b
      a: meet
      b: meet
      meet join of split: again
      again join of split: close
      close: .`,
    verdict: 'sound',
    decidedBy: 'reduction',
    findings: ['join-names-other again'],
  },
  {
    pattern: 'case that starts at a join',
    reason: 'there is nothing to wait for at the start',
    drawing: `
      meet join of split: look
      look choice: split close
      split parallel: a b
      a: meet
      b: meet
      close: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: [],
  },
  {
    pattern: 'step without a way on',
    reason: 'b neither goes on nor ends the case',
    drawing: `
      split parallel: a b
      a: meet
      b:
      meet join of split: close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['dead-end b'],
  },
  {
    pattern: 'loop without exit',
    reason: 'ask and wait lead to each other only',
    drawing: `
      begin choice: ask close
      ask: wait
      wait: ask
      close: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['endless-loop ask'],
  },
  {
    pattern: 'failure that leaves its block',
    reason: 'only a failed machine takes the case past the join',
    drawing: `
      split parallel: machine letter
      machine automated: meet failure>human
      human: close
      letter: meet
      meet join of split: close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['branch-escapes machine exits'],
  },
  {
    pattern: 'list join over alternatives',
    reason: 'a join that waits for every arrow never gets both of them',
    drawing: `
      split parallel: sort c
      sort choice: a b
      a: meet
      b: meet
      c: meet
      meet join of split,split: close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'states',
    findings: ['stuck meet'],
  },
  {
    pattern: 'N-shaped network plan with a choice in it',
    reason: 'when y ends the case for its part, second waits for it',
    drawing: `
      begin parallel: a b
      a parallel: x y
      b parallel: first second
      x: first
      y choice: second skip
      skip: .
      first join of begin,a: last
      second join of begin,a: last
      last join of begin,b: close
      close: .`,
    verdict: 'unsound',
    decidedBy: 'states',
    findings: ['stuck second'],
  },
  {
    pattern: 'undeclared side branch',
    reason: 'it may be meant so: nothing gets stuck, but the file does not say it',
    drawing: `
      split parallel: work survey
      work: close
      close: .
      survey: filed
      filed: .`,
    verdict: 'sound',
    decidedBy: 'blocks',
    findings: ['open-work split'],
  },
  {
    pattern: 'two branches to one end',
    reason: 'archive runs once for each of them',
    drawing: `
      split parallel: a b
      a: archive
      b: archive
      archive end:`,
    verdict: 'unsound',
    decidedBy: 'blocks',
    findings: ['runs-twice archive'],
  },
];
