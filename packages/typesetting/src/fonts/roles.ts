import { createRequire } from 'node:module'

/** The five faces of an official document, the faces offices own for them, and what stands in from npm. */
export const roles = ['fangsong', 'biaosong', 'kai', 'hei', 'song'] as const
export type Role = (typeof roles)[number]

/** What the field calls the role. */
export const roleNames: Record<Role, string> = {
  fangsong: '仿宋',
  biaosong: '小标宋',
  kai: '楷体',
  hei: '黑体',
  song: '宋体',
}

/** Family names under which the right face is known, best first; compared without case. */
export const wanted: Record<Role, readonly string[]> = {
  fangsong: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '仿宋',
    'FangSong',
    'STFangsong',
    '华文仿宋',
    '方正仿宋_GBK',
    'FZFangSong-Z02',
    'FandolFang',
    'FandolFang R',
    '朱雀仿宋',
    'Zhuque Fangsong',
    '朱雀仿宋（预览测试版）',
    'Zhuque Fangsong (technical preview)',
  ],
  biaosong: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
  kai: [
    '楷体_GB2312',
    'KaiTi_GB2312',
    '楷体',
    'KaiTi',
    'STKaiti',
    '华文楷体',
    '方正楷体_GBK',
    'FZKai-Z03',
    'FandolKai',
  ],
  hei: ['黑体', 'SimHei', '方正黑体_GBK', 'FZHei-B01', 'STHeiti', 'FandolHei'],
  song: ['宋体', 'SimSun', '方正书宋_GBK', 'FZShuSong-Z01', 'STSong', 'FandolSong'],
}

export type StandIn = {
  /** The font file; throws when its package was left out of this installation. */
  locate: () => string
  family: string
  weight: number
}

const require = createRequire(import.meta.url)

/** Open faces that come with npm; all of them have every character of GB 2312. */
export const standIns: Record<Role, StandIn> = {
  fangsong: {
    locate: () => require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-300-normal.woff2'),
    family: 'LXGW WenKai',
    weight: 300,
  },
  kai: {
    locate: () => require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2'),
    family: 'LXGW WenKai',
    weight: 400,
  },
  biaosong: {
    locate: () => require.resolve('@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf'),
    family: 'Noto Serif SC',
    weight: 900,
  },
  hei: {
    locate: () => require.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
    family: 'Noto Sans SC',
    weight: 500,
  },
  song: {
    locate: () => require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
    family: 'Noto Serif SC',
    weight: 400,
  },
}
