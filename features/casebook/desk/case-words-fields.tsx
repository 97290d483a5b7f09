import { FormField } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { mostTags } from '../contract/index.ts'
import { casesQuery } from './case.queries.ts'
import { caseTexts } from './case.texts.ts'

export type CaseWords = {
  readonly title: string
  readonly why: string
  readonly how: string
  readonly tags: readonly string[]
}

type CaseWordsFieldsProps = {
  readonly words: CaseWords
  readonly problems?: Partial<Record<keyof CaseWords, string | null>>
  readonly onChange: (change: Partial<CaseWords>) => void
}

/** What may stand as a tag; the server asks the same. */
export const isTag = (tag: string): boolean => /^[^\s,，、;；/]{1,20}$/.test(tag)

/** The four things a case says. Tags that others bear are offered first, so that one thing keeps one name. */
export function CaseWordsFields({ words, problems = {}, onChange }: CaseWordsFieldsProps) {
  const t = caseTexts.useTexts()
  const used = useQuery(casesQuery({ pageSize: 1 }))
  return (
    <>
      <FormField label={t('caseTitle')} hint={t('caseTitleHint')} problem={problems.title}>
        <Input
          maxLength={120}
          value={words.title}
          onChange={event => onChange({ title: event.target.value })}
        />
      </FormField>
      {(['why', 'how'] as const).map(name => (
        <FormField key={name} label={t(name)} hint={t(`${name}Hint`)} problem={problems[name]}>
          <Input.TextArea
            autoSize={{ minRows: 4, maxRows: 14 }}
            maxLength={2000}
            value={words[name]}
            onChange={event => onChange({ [name]: event.target.value })}
          />
        </FormField>
      ))}
      <FormField
        label={t('tags')}
        hint={t('tagsHint')}
        problem={problems.tags ?? (words.tags.every(isTag) ? null : t('tooLong'))}
      >
        <Select
          mode="tags"
          maxCount={mostTags}
          tokenSeparators={[',', '，', '、', ';', '；', ' ']}
          value={[...words.tags]}
          onChange={(tags: string[]) =>
            onChange({ tags: [...new Set(tags.map(tag => tag.trim()).filter(Boolean))] })
          }
          options={(used.data?.tags ?? []).map(({ tag, cases }) => ({
            value: tag,
            label: t('tagCount', { tag, count: cases }),
          }))}
          optionLabelProp="value"
        />
      </FormField>
    </>
  )
}
