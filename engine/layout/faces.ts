/** The faces of a paper by the part they play; keys of `fonts/manifest.json`. */
export const FACE = {
  song: 'song-regular',
  songMedium: 'song-medium',
  songBold: 'song-bold',
  songBlack: 'song-black',
  hei: 'hei-regular',
  heiMedium: 'hei-medium',
  heiBold: 'hei-bold',
  heiBlack: 'hei-black',
  kai: 'kai-regular',
  kaiMedium: 'kai-medium',
  fang: 'fang-regular',
  title: 'title',
} as const;
