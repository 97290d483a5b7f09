/** One invented bulletin with everything an edit of structure may touch. */
import { defaultRegister, readDocuments } from '@jianbao/intake'
import type { IntakeDocument } from '@jianbao/intake/contract'
import type { ReviewEdit } from '../../contract/index.ts'
import { applyEdit } from './apply-edit.rules.ts'
import { stateOf } from './readings.fixture.ts'

export const raw = `青禾市科协专项工作简报
第5期
青禾市科协办公室  2021年5月12日

【学教动态】
青禾市科协举办科普讲座
5月10日，青禾市科协在市科技馆举办科普讲座，120人参加。
讲座由退休教师主讲。
（供稿：青禾市科协）
青禾市农学会下乡
5月11日，青禾市农学会到东岭村指导春播，30名农户到场。

【学教短波】
● 5月9日，青禾市气象学会开展义诊。
● 5月8日，青禾市医学会举办培训班。
`
export const register = defaultRegister()
export const readings = readDocuments(raw)
export const at = { reading: 0, column: 0, article: 0 }

export function edited(edit: ReviewEdit, from: readonly IntakeDocument[] = readings): IntakeDocument {
  return applyEdit(stateOf(from), edit, { raw, register }).state.readings[0]!
}

/** The code an edit is refused with; undefined when it is not. */
export const refusal = (edit: ReviewEdit, from: readonly IntakeDocument[] = readings): string | undefined => {
  try {
    applyEdit(stateOf(from), edit, { raw, register })
  } catch (error) {
    return (error as { code?: string }).code
  }
  return undefined
}
