/** The part of smartcrop that picture-focus.ts uses: its own declaration knows only a browser's pictures. */
declare module 'smartcrop' {
  /** Four bytes a pixel. */
  interface Pixels {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8ClampedArray;
  }
  interface Crop {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly score: { readonly total: number };
  }
  const smartcrop: {
    crop(
      image: Pixels,
      options: {
        readonly width: number;
        readonly height: number;
        readonly minScale: number;
        readonly ruleOfThirds: boolean;
        readonly prescale: boolean;
        /** Gives `crops`, all that were looked at. */
        readonly debug: boolean;
        readonly imageOperations: {
          open(image: Pixels): Promise<Pixels>;
          resample(image: Pixels, width: number, height: number): Pixels;
          getData(image: Pixels): Promise<Pixels>;
        };
      },
    ): Promise<{ readonly topCrop: Crop; readonly crops?: readonly Crop[] }>;
  };
  export default smartcrop;
}
