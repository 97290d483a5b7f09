import type { MissiveKind } from '../../contract/index.ts'

export const kindWords: Readonly<Record<MissiveKind, string>> = {
  supervision: '督办单',
  circular: '通报',
  reminder: '提醒函',
}
