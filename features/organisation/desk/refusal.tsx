import { ProblemError } from '@jianbao/client'
import { ProblemNotice } from '@jianbao/ui'
import { Alert } from 'antd'

type RefusalProps = {
  readonly error: unknown
  /** Said when somebody else was quicker: what is shown is the newest by then. */
  readonly overtaken: string
}

/** Why something was not done; nothing as long as nothing was refused. */
export function Refusal({ error, overtaken }: RefusalProps) {
  if (!error) return null
  if (error instanceof ProblemError && error.code === 'changed-meanwhile')
    return <Alert type="warning" showIcon role="alert" title={overtaken} />
  return <ProblemNotice error={error} />
}
