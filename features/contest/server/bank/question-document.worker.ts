import { parentPort, workerData } from 'node:worker_threads'
import { packQuestions } from './write-question-document.ts'
import type { Written } from './write-question-sheet.ts'

const { title, questions } = workerData as { title: string; questions: readonly Written[] }
parentPort!.postMessage(await packQuestions(title, questions))
