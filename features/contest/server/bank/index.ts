export { questionsOfText } from './read-question-lines.ts'
export { recordBank } from './record-bank.ts'
export { type QuestionHand, type Recording, recordQuestions } from './record-questions.ts'
