import type { AuditResult, FindingRecord, Severity } from '../../audit/audit-result.ts';

/** Colours of words; each has a contrast of 4.5 or more on white and on every tint below. */
export const ink = {
  text: '#1f2937',
  strong: '#0f2440',
  soft: '#4b5563',
  accent: '#1e4e79',
  onDark: '#ffffff',
} as const;

/** Colours of areas and rules; never of words. */
export const tint = {
  band: '#0f2440',
  head: '#e8eef5',
  zebra: '#f7f9fb',
  code: '#f4f6f8',
  mark: '#fdf0d5',
  rule: '#d3dae3',
  line: '#6b7280',
} as const;

type Verdict = AuditResult['verdict'];

export const verdictColor: Readonly<Record<Verdict, string>> = {
  pass: '#166534',
  fail: '#b91c1c',
  undecided: '#92400e',
};

export const outcomeColor: Readonly<Record<FindingRecord['outcome'], string>> = {
  fail: verdictColor.fail,
  undecided: verdictColor.undecided,
  error: '#7f1d1d',
};

export const severityColor: Readonly<Record<Severity, string>> = {
  error: '#b91c1c',
  warning: '#b45309',
  info: '#1d4ed8',
};

/** How a run of text looks; sizes and line pitch in points. */
export interface TextStyle {
  readonly weight: 'regular' | 'bold';
  readonly size: number;
  readonly pitch: number;
  readonly color: string;
}

/** The type scale; nothing is smaller than 9 points. */
export const type = {
  cover: { weight: 'bold', size: 28, pitch: 38, color: ink.strong },
  coverName: { weight: 'bold', size: 15, pitch: 22, color: ink.strong },
  verdict: { weight: 'bold', size: 24, pitch: 32, color: ink.onDark },
  section: { weight: 'bold', size: 19, pitch: 27, color: ink.strong },
  subsection: { weight: 'bold', size: 13.5, pitch: 20, color: ink.accent },
  item: { weight: 'bold', size: 11.5, pitch: 17, color: ink.strong },
  body: { weight: 'regular', size: 10.5, pitch: 16, color: ink.text },
  bodyStrong: { weight: 'bold', size: 10.5, pitch: 16, color: ink.strong },
  small: { weight: 'regular', size: 9.5, pitch: 14.5, color: ink.text },
  smallStrong: { weight: 'bold', size: 9.5, pitch: 14.5, color: ink.strong },
  note: { weight: 'regular', size: 9, pitch: 13.5, color: ink.soft },
  drawing: { weight: 'regular', size: 9, pitch: 12, color: ink.text },
  label: { weight: 'bold', size: 9, pitch: 13.5, color: ink.soft },
} as const satisfies Record<string, TextStyle>;
