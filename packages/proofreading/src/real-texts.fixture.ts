import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readDocument } from '@jianbao/intake'
import type { ProofIssue, ProofItem } from './issue.contract.ts'
import type { Register } from './register.contract.ts'

const root = new URL('../../../', import.meta.url)

/** Texts of a folder by name; empty when the folder is not there. */
export function textsIn(folder: string): { name: string; text: string }[] {
  const url = new URL(folder, root)
  if (!existsSync(url)) return []
  return readdirSync(url)
    .filter(name => name.endsWith('.txt'))
    .map(name => ({ name, text: readFileSync(new URL(name, url), 'utf8') }))
}

/** A document as intake reads it, as an issue to be proofread. */
export function issueOf(raw: string): ProofIssue {
  const document = readDocument(raw)
  let count = 0
  return {
    series: {
      name: document.series?.name ?? '',
      lastIssueNo: null,
      lastRunningNo: null,
      lastSpecialNo: null,
    },
    issueNo: document.issueNo,
    runningNo: null,
    special: false,
    date: document.date,
    campaign: null,
    printRun: null,
    distribution: document.distribution.map(({ to, entries }) => ({ to, entries })),
    columns: document.columns.map((column, index) => ({
      key: `column-${index}`,
      name: column.name,
      rule: 'articles' as const,
      items: column.articles.map(
        (article): ProofItem => ({
          id: `item-${count++}`,
          kind: article.kind === 'briefs' ? 'briefs' : article.kind,
          headline: article.headline,
          subtitle: null,
          contributor: article.contributor,
          blocks: article.paragraphs.map(text => ({
            type: 'paragraph' as const,
            text: text.replace(/^●\s*/, ''),
            figures: [],
          })),
        }),
      ),
    })),
    layout: [],
  }
}

/** The units of Henan as published, with their short names. */
export function henanRegister(): Register {
  const lines = readFileSync(new URL('packages/intake/data/units-henan.csv', root), 'utf8')
    .split('\n')
    .slice(1)
  return {
    units: lines.flatMap(line => {
      const [, , name, shortNames] = line.split(',')
      return name ? [{ name, shortNames: shortNames ? shortNames.split(';') : [], formerNames: [] }] : []
    }),
    people: [],
    words: [],
  }
}
