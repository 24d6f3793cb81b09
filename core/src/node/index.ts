export { absolute, disk } from './disk.ts';
export { Installation } from './installation.ts';
export { writeOutput, type WriteOptions } from './output.ts';
