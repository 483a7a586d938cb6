/** Where the prices of a table stand: large, so that the tables of a page, made one after the other, share them. */
export class TableMemory {
  cost = new Float32Array(0);
  quiet = new Uint8Array(0);
  how = new Uint8Array(0);
  parts = new Int32Array(0);
  heights = new Int32Array(0);

  /** Room for so many rectangles, none of them known. Whatever stood here before is lost. */
  clear(cells: number): this {
    if (this.cost.length < cells) {
      this.cost = new Float32Array(cells);
      this.quiet = new Uint8Array(cells);
      this.how = new Uint8Array(cells);
      this.parts = new Int32Array(cells);
      this.heights = new Int32Array(cells);
    }
    // The others are read only where there is a price.
    this.cost.fill(Number.POSITIVE_INFINITY, 0, cells);
    return this;
  }
}
