import { listStyles, StateTag, type Tone, usePhone } from '@jianbao/ui'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { PackChange, PackPreview } from '../../contract/index.ts'
import styles from './pack.module.css'
import { packFields, packTexts } from './pack.texts.ts'

type PackFaultsProps = { readonly preview: PackPreview; readonly fileName: string }

/** All that is wrong with a pack, by file and line. */
export function PackFaults({ preview: { faults }, fileName }: PackFaultsProps) {
  const t = packTexts.useTexts()
  const phone = usePhone()
  return (
    <section aria-label={t('faultList')} className={styles['part']}>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={t('faults', { file: fileName, count: faults.length })}
        description={t('faultsWords')}
      />
      {phone ? (
        <ul className={listStyles['cards']} aria-label={t('faultList')}>
          {faults.map(({ file, line, place, text }) => (
            <li key={`${file} ${line} ${place} ${text}`}>
              <p className={styles['soft']}>{[file, line, place].filter(Boolean).join(' · ')}</p>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      ) : (
        <table className={listStyles['table']} aria-label={t('faultList')}>
          <thead>
            <tr>
              <th>{t('file')}</th>
              <th className={listStyles['number']}>{t('line')}</th>
              <th>{t('place')}</th>
              <th>{t('fault')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ file, line, place, text }) => (
              <tr key={`${file} ${line} ${place} ${text}`}>
                <td>{file}</td>
                <td className={listStyles['number']}>{line}</td>
                <td>{place}</td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const tones: Readonly<Record<PackChange['change'], Tone>> = { new: 'good', changed: 'busy', dropped: 'bad' }

/** What loading a pack would do, with the buttons that do it. */
export function PackOutcome({ preview, children }: { preview: PackPreview; children: ReactNode }) {
  const t = packTexts.useTexts()
  const { campaign, campaignId, changes } = preview
  const fieldWords = (field: string) => {
    const known = packFields.find(one => one === field)
    return known ? t(`field.${known}`) : field
  }
  const words = { name: campaign?.name ?? '', count: changes.length }
  const title = !changes.length ? 'same' : campaignId ? 'willRenew' : 'willMake'
  return (
    <section aria-label={t('changes')} className={styles['part']}>
      <Alert type={changes.length ? 'info' : 'success'} showIcon role="status" title={t(title, words)} />
      <p className={styles['buttons']}>{children}</p>
      {changes.some(({ part, change }) => part === 'task' && change === 'dropped') ? (
        <p className={styles['soft']}>{t('dropped')}</p>
      ) : null}
      {changes.length ? (
        <ul className={styles['changes']} aria-label={t('changes')}>
          {changes.map(({ part, key, name, change, fields }) => (
            <li key={`${part} ${key}`}>
              <StateTag tone={tones[change]}>{t(`change.${change}`)}</StateTag>
              <span className={styles['soft']}>{t(`part.${part}`)}</span>
              <span>{name}</span>
              {fields.length ? (
                <span className={styles['fields']}>{fields.map(fieldWords).join(t('comma'))}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
