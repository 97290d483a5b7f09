import { readdirSync, readFileSync } from 'node:fs'
import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { misplaced, unaccounted } from './conservation.check.ts'
import { IntakeDocument } from './contract.ts'
import { outline } from './outline.ts'
import { readDocument } from './read-document.ts'

const folder = new URL('../fixtures/', import.meta.url)
const names = readdirSync(folder).filter(name => name.endsWith('.txt'))
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

describe.each(names)('%s', name => {
  const raw = read(name)
  const document = readDocument(raw)

  test('has the structure a person sees', () => {
    expect(outline(document)).toBe(read(name.replace('.txt', '.outline')).trim())
  })

  test('is a document by the contract', () => {
    expect([...Value.Errors(IntakeDocument, document)]).toEqual([])
  })

  test('accounts for every character once, where it stands', () => {
    expect(unaccounted(raw, document)).toEqual([])
    expect(misplaced(raw, document)).toEqual([])
    expect(document.noise.filter(noise => noise.reason === 'orphan')).toEqual([])
  })
})
