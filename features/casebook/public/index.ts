export { casebookRoom, newestCases } from './case.pages.ts'
