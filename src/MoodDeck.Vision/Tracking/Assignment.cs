namespace MoodDeck.Vision.Tracking;

/// <summary>Who goes with whom at the least total cost.</summary>
internal static class Assignment
{
    /// <summary>
    /// The Hungarian method with potentials and shortest augmenting paths (Kuhn 1955, Munkres 1957), in O(rows² columns).
    /// </summary>
    /// <param name="cost">Finite costs, [rows, columns], with at least as many columns as rows.</param>
    /// <returns>The column of each row.</returns>
    public static int[] Solve(double[,] cost)
    {
        int rows = cost.GetLength(0), columns = cost.GetLength(1);
        if (columns < rows) throw new ArgumentException($"Expected at least {rows} columns, got {columns}.", nameof(cost));
        // Row and column 0 stand for "none yet".
        double[] rowPotential = new double[rows + 1], columnPotential = new double[columns + 1];
        int[] rowOf = new int[columns + 1], previous = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            var free = Reach(cost, rowOf, previous, rowPotential, columnPotential);
            for (var column = free; column != 0; column = previous[column]) rowOf[column] = rowOf[previous[column]];
        }

        var result = new int[rows];
        for (var column = 1; column <= columns; column++)
            if (rowOf[column] > 0) result[rowOf[column] - 1] = column - 1;
        return result;
    }

    // The cheapest path from the row in column 0 to a column that is still free.
    private static int Reach(double[,] cost, int[] rowOf, int[] previous, double[] rowPotential, double[] columnPotential)
    {
        var slack = new double[rowOf.Length];
        Array.Fill(slack, double.PositiveInfinity);
        var done = new bool[rowOf.Length];
        var at = 0;
        do
        {
            done[at] = true;
            var row = rowOf[at];
            var (next, step) = (0, double.PositiveInfinity);
            for (var column = 1; column < rowOf.Length; column++)
            {
                if (done[column]) continue;
                var reduced = cost[row - 1, column - 1] - rowPotential[row] - columnPotential[column];
                if (reduced < slack[column]) (slack[column], previous[column]) = (reduced, at);
                if (slack[column] < step) (next, step) = (column, slack[column]);
            }

            for (var column = 0; column < rowOf.Length; column++)
            {
                if (done[column])
                {
                    rowPotential[rowOf[column]] += step;
                    columnPotential[column] -= step;
                }
                else
                {
                    slack[column] -= step;
                }
            }

            at = next;
        }
        while (rowOf[at] != 0);
        return at;
    }
}
