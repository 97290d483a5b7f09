import type { zh } from './send.texts.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  send: 'Send a document',
  supervision: 'Supervision notice',
  reminder: 'Reminder letter',
  circular: 'Circular',
  tooMany: 'At most {{count}} items that are chosen one by one; for more, choose all that match.',
}
