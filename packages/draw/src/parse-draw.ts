import { Problem } from '@jianbao/errors'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { CommittedDraw, drawSchema, FinishedDraw } from './draw.contract.ts'

/** The draw in the text of a file; `file` is what it is called in messages. Throws Problem `draw-unreadable`. */
export function parseDraw(text: string, file: string): CommittedDraw | FinishedDraw {
  const refuse = (place: string, reason: string): never => {
    throw new Problem('draw-unreadable', { file, place, reason })
  }
  const value = readJson(text, refuse)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('开头', '不是一个对象')
  const { schema } = value as { schema?: unknown }
  if (schema !== drawSchema) return refuse('schema', `须为“${drawSchema}”`)
  const shape: TSchema = 'reveal' in value || 'result' in value ? FinishedDraw : CommittedDraw
  if (!Value.Check(shape, value)) {
    const [fault] = Value.Errors(shape, value)
    return refuse(fault?.instancePath || '/', fault ? reasonOf(fault) : '格式不符')
  }
  return value as CommittedDraw | FinishedDraw
}

function readJson(text: string, refuse: (place: string, reason: string) => never): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const line = at === undefined ? null : text.slice(0, Number(at)).split('\n').length
    return refuse(line === null ? '内容' : `第 ${line} 行`, '不是合法的 JSON')
  }
}

const reasons: Record<string, string> = {
  additionalProperties: '多出未知的项',
  boolean: '是未知的项',
  const: '的值不对',
  maxItems: '太多',
  maxLength: '太长',
  maximum: '太大',
  minItems: '太少',
  minLength: '太短',
  minimum: '太小',
  not: '的值不对',
  pattern: '须为 64 位小写十六进制数字',
  type: '的类型不对',
}

function reasonOf({
  keyword,
  params,
  message,
}: {
  keyword: string
  params: object
  message: string
}): string {
  if (keyword === 'required') return `缺少 ${Object.values(params).flat().join('、')}`
  return reasons[keyword] ?? message
}
