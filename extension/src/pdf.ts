export { reportInputOf } from 'flowaudit';
export { renderReport } from 'flowaudit/pdf';
