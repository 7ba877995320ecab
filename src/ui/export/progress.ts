/** How a long export reports its progress, and how it is cancelled. */
export interface ExportProgress {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}
