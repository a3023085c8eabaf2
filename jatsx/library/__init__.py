"""The functions that programs call: read, check, export and validate.

They print nothing, end no process, and change neither the working directory, nor signal handlers,
nor settings of the process. Exceptions are for wrong arguments, and for what cannot be read or
written because of the system. Faults in articles and files are findings in the result.
"""
