internal import CBitmapKernels

/// The loops for this processor.
let kernels = cbk_best_kernels().pointee
