export { say } from './say.ts';
export { hoverText } from './hover.ts';
export { rulePage } from './rule-page.ts';
export { suppressionEdit, type TextEdit } from './suppression.ts';
export {
  besidesSentence,
  countSentence,
  coverageOverview,
  coveragePage,
  coverageStatuses,
  namesOf,
  type PageLinks,
} from './coverage-page.ts';
export { lawsOf } from '../ruleset/coverage.ts';
export { coverageOf, otherSources } from '../ruleset/coverage-table.ts';
