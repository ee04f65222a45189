selec ciudad from 'datasets/ventas.csv'
