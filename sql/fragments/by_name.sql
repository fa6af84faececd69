name {collate}
