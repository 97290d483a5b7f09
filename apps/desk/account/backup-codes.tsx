import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../session.context.ts'
import styles from './account.module.css'
import { accountTexts } from './account.texts.ts'

/** Codes to fall back on, shown once, to be copied or saved. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = accountTexts.useTexts()
  const { username } = useSession().user
  const [copied, setCopied] = useState(false)
  const text = `${t('backupCodes')} · 简报台 · ${username}\n\n${codes.join('\n')}\n`
  const href = `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`
  return (
    <>
      <ol className={styles['codes']} aria-label={t('backupCodes')}>
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={styles['actions']}>
        {/* Browsers copy only on pages that came safely; there the file remains. */}
        {navigator.clipboard ? (
          <Button
            size="small"
            onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
          >
            {copied ? t('copied') : t('copy')}
          </Button>
        ) : null}
        <Button size="small" href={href} download={`${t('backupCodes')}-${username}.txt`}>
          {t('download')}
        </Button>
      </div>
    </>
  )
}
