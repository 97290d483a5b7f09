import { bankFaultText, type QuestionFault } from '../../contract/index.ts'

export const questionFaultText = (code: QuestionFault): string => bankFaultText({ code, details: {} }, 'zh')
