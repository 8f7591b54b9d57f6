"""Our side of the sandbox: kernels are started, asked and ended here."""
