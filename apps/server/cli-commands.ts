/** The command line's commands: what each is called, how it is used, what runs it. Loaded only when called. */
export type Command = {
  readonly usage: string
  readonly summary: string
  readonly run: (args: string[]) => Promise<void>
}

export const commands: Readonly<Record<string, Command>> = {
  intake: {
    usage: 'jianbao intake FILE [--json] [--units FILE] [--recognise]',
    summary: '读一份简报（文本、Word、PDF、扫描件），给出结构与事实',
    run: async args => (await import('./cli-intake.ts')).runIntake(args),
  },
  typeset: {
    usage: 'jianbao typeset FILE -o OUT.(pdf|docx|html|txt) [--standard ua-1|a-2a] [--press] [--recognise]',
    summary: '把简报稿件或识别结果排成版',
    run: async args => (await import('./cli-typeset.ts')).runTypeset(args),
  },
  import: {
    usage: 'jianbao import FILE...|FOLDER|ZIP',
    summary: '把简报收入资料库：文件、整个文件夹或 ZIP 压缩包',
    run: async args => (await import('./cli-import.ts')).runImport(args),
  },
  campaign: {
    usage:
      'jianbao campaign load FOLDER|ZIP [--unit CODE] [--open] | save KEY FOLDER|ZIP [--unit CODE] | list',
    summary: '工作方案：载入活动包、存成活动包、列出已有方案',
    run: async args => (await import('./cli-campaign.ts')).runCampaign(args),
  },
  draw: {
    usage: 'jianbao draw verify FILE [--before FILE]',
    summary: '核验随机抽查：按公布的文件重新计算一遍，不需要数据库',
    run: async args => (await import('./cli-draw.ts')).runDrawCommand(args),
  },
  contest: {
    usage:
      'jianbao contest verify FILE [--root ROOT] [--code CODE --receipt RECEIPT] | paper FILE PLAYER ATTEMPT [--withdrawn N]',
    summary: '核验竞赛：成绩名单的根和自己的一行；用取出的密钥重抽一份试卷',
    run: async args => (await import('./cli-contest.ts')).runContestCommand(args),
  },
  audit: {
    usage: 'jianbao audit verify [--anchors FILE]',
    summary: '核验审计记录：有没有被改动、删除或截断',
    run: async args => (await import('./cli-audit.ts')).runAudit(args),
  },
  user: {
    usage: 'jianbao user reset USERNAME [--second-factor]',
    summary: '给登录不了的用户一个新的一次性密码',
    run: async args => (await import('./cli-user.ts')).runUser(args),
  },
  doctor: {
    usage: 'jianbao doctor',
    summary: '检查运行环境，指出如何处置',
    run: async args => (await import('./doctor.ts')).runDoctor(args),
  },
}
