export { say } from './say.ts';
export { hoverText } from './hover.ts';
export { rulePage } from './rule-page.ts';
export { suppressionEdit, type TextEdit } from './suppression.ts';
