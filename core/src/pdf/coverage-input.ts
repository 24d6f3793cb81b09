import type { Text } from '../i18n/text.ts';

export type CoverageStatus = 'automated' | 'partial' | 'manual' | 'not_assessed';

/** How the articles of one law are looked at, by the rules that were in use. */
export interface LawCoveragePage {
  readonly title: Text;
  readonly note?: Text;
  /** All articles of the law; absent where their number is not certain. */
  readonly articles?: number;
  readonly counts: Readonly<Record<CoverageStatus, number>>;
  /** Each article in one group. */
  readonly groups: readonly {
    readonly status: CoverageStatus;
    /** Such as `13, 44–49`. */
    readonly articles: string;
    /** Who must look at what no rule checks. */
    readonly who: readonly Text[];
  }[];
}
