using Xunit.v3;

// Most of an integration test is waiting: more of them than there are cores keep the cores busy.
[assembly: Parallelization(MaxThreads = 4)]
